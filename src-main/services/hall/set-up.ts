import type { Failure } from '#contract/failures.ts';
import { ok, type Result } from '#domain/result.ts';
import { checkPassword } from '#domain/staff/password.ts';
import type { Role } from '#domain/staff/role.ts';
import { inTransaction } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/tables/setting-rows.ts';
import { insertStaff } from '../../store/tables/staff-rows.ts';
import type { ConsoleContext, Hall } from '../console-context.ts';
import { hashPassword } from '../session/password.ts';
import { refuse } from '../refuse.ts';
import { importCertificate, makeTrainingSeal } from './certificate.ts';

/** What the first start of a real console asks. */
export type FirstStart = {
  readonly hallCode: string; readonly hallName: string; readonly areaCode: string; readonly region: string; readonly carrierUrl: string; readonly deviceToken: string;
  readonly adminNo: string; readonly adminName: string; readonly adminPassword: string;
  readonly certificate: { readonly p12: Uint8Array; readonly password: string } | null;
};

export type SetUpRefusal = Failure;

/** Administrative codes of the regions that a plan may be bound to; other regions are told by name. */
const regionCodes: Readonly<Record<string, string>> = { 北京: '110000' };

/** Sets a real console up once: the certificate is opened first, then hall, carrier and the first admin are one transaction. */
export async function setUpHall(context: ConsoleContext, request: FirstStart): Promise<Result<null, SetUpRefusal>> {
  const adminNo = request.adminNo.toUpperCase();
  const checked = checkPassword(request.adminPassword, adminNo);
  if (!checked.ok) return refuse('password-weak', { why: checked.error.code, ...checked.error.facts });
  if (readSetting(context.db, 'hall') !== null) return refuse('already-set-up');
  if (request.certificate !== null) {
    const imported = await importCertificate(context, request.certificate.p12, request.certificate.password);
    if (!imported.ok) return imported;
  }
  const password = await hashPassword(request.adminPassword, context.passwordCost);
  return inTransaction(context.db, () => {
    const region = request.region.replace(/[省市]$/, '');
    const hall: Hall = {
      code: request.hallCode.toUpperCase(), name: request.hallName, branchName: `中国联合网络通信有限公司${region}分公司`, city: region, region, regionCode: regionCodes[region] ?? '',
      areaCode: request.areaCode, serviceLine: '10010', desk: 1,
    };
    writeSetting(context.db, 'hall', hall);
    writeSetting(context.db, 'carrier', { baseUrl: request.carrierUrl, token: request.deviceToken });
    insertStaff(context.db, { staffNo: adminNo, name: request.adminName, role: 'admin', password }, context.now());
    return ok(null);
  });
}

/** The training hall: sample names, one password for all, shown on the sign-in screen. Never part of a real console. */
export const trainingPassword = '练习密码-2026';
export const trainingStaff: readonly { readonly staffNo: string; readonly name: string; readonly role: Role }[] = [
  { staffNo: 'WJ0127', name: '孙嘉宁', role: 'clerk' },
  { staffNo: 'WJ0131', name: '何雨桐', role: 'clerk' },
  { staffNo: 'WJ0008', name: '周立群', role: 'supervisor' },
  { staffNo: 'WJ0090', name: '顾明远', role: 'auditor' },
  { staffNo: 'WJ0001', name: '田晓雯', role: 'admin' },
];
export const trainingHall: Hall = {
  code: 'WJ', name: '望京营业厅', branchName: '中国联合网络通信有限公司北京市分公司', city: '北京', region: '北京', regionCode: '110000', areaCode: '010', serviceLine: '10010', desk: 3,
};

/** Sets a training console up at its first start; nothing happens at the next ones. */
export async function setUpTraining(context: ConsoleContext): Promise<void> {
  if (readSetting(context.db, 'hall') !== null) return;
  const password = await hashPassword(trainingPassword, context.passwordCost);
  inTransaction(context.db, () => {
    writeSetting(context.db, 'hall', trainingHall);
    for (const staff of trainingStaff) insertStaff(context.db, { ...staff, password }, context.now());
    makeTrainingSeal(context, trainingHall.name, context.newId(), new Date(context.now()));
  });
}
