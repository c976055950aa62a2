import { X509Certificate } from 'node:crypto';
import type { Failure } from '#contract/failures.ts';
import type { CertificateState } from '#contract/hall.ts';
import { ok, type Result } from '#domain/result.ts';
import { openHallCertificate } from '../../documents/seal/hall-certificate.ts';
import { makeTrainingCertificate } from '../../documents/seal/training-certificate.ts';
import { readSetting, writeSetting } from '../../store/tables/setting-rows.ts';
import type { ConsoleContext } from '../console-context.ts';
import { refuse } from '../refuse.ts';

/** The hall's PKCS#12 with its password and roots, kept in the encrypted database; the key is used in the paper office only. */
type StoredCertificate = { readonly p12: string; readonly password: string; readonly roots: readonly string[]; readonly training: boolean };

const setting = 'certificate';
const absent: CertificateState = { present: false, subject: null, issuer: null, validTo: null, training: false, fingerprint: null };

/** Makes the training certificate of a training console. */
export function makeTrainingSeal(context: Pick<ConsoleContext, 'db'>, hallName: string, password: string, now: Date): void {
  const made = makeTrainingCertificate({ hallName, password, now });
  const stored: StoredCertificate = { p12: base64(made.p12), password, roots: [base64(made.authority)], training: true };
  writeSetting(context.db, setting, stored);
}

/** Hands the stored certificate to the paper office; false when the hall has none yet. */
export async function useStoredCertificate(context: Pick<ConsoleContext, 'db' | 'papers'>): Promise<boolean> {
  const stored = readSetting<StoredCertificate>(context.db, setting);
  return stored !== null && (await context.papers.useCertificate(bytes(stored.p12), stored.password)).ok;
}

/** The certificate in words and dates; never its key. */
export function certificateState(context: Pick<ConsoleContext, 'db'>): CertificateState {
  const stored = readSetting<StoredCertificate>(context.db, setting);
  if (stored === null) return absent;
  const opened = openHallCertificate(bytes(stored.p12), stored.password);
  const [leaf] = opened.ok ? opened.value.chain : [];
  if (!opened.ok || leaf === undefined) return absent;
  const certificate = new X509Certificate(leaf);
  const name = (text: string): string => /^CN=(.*)$/m.exec(text)?.[1] ?? text;
  return {
    present: true, subject: opened.value.subject, issuer: name(certificate.issuer), validTo: opened.value.validTo, training: stored.training,
    fingerprint: certificate.fingerprint256.replaceAll(':', ''),
  };
}

/** Takes a certificate file of the admin: opened once before it is kept; its chain's last certificate becomes the trusted root. */
export async function importCertificate(context: ConsoleContext, p12: Uint8Array, password: string): Promise<Result<CertificateState, Failure>> {
  const opened = openHallCertificate(p12, password);
  if (!opened.ok) return refuse(opened.error.code === 'wrong-password' ? 'certificate-password-wrong' : 'certificate-unreadable', { why: opened.error.code });
  if (new Date(opened.value.validTo) < new Date(context.now())) return refuse('certificate-expired', { validTo: opened.value.validTo });
  const root = opened.value.chain.at(-1);
  const stored: StoredCertificate = { p12: base64(p12), password, roots: root === undefined ? [] : [base64(root)], training: false };
  const used = await context.papers.useCertificate(p12, password);
  if (!used.ok) return refuse('certificate-unreadable', { why: used.error.code });
  writeSetting(context.db, setting, stored);
  return ok(certificateState(context));
}

/** Roots that this console trusts when it checks a paper. */
export const trustedRoots = (context: Pick<ConsoleContext, 'db'>): readonly Uint8Array[] => (readSetting<StoredCertificate>(context.db, setting)?.roots ?? []).map(bytes);

const base64 = (value: Uint8Array): string => Buffer.from(value).toString('base64');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
