import type { CustomerDraft, CustomerProblem, CustomerProblemCode } from '#domain/applicant/customer.ts';

/** The words above each field of the customer task; the error summary uses the same. */
export const customerField: Readonly<Record<keyof CustomerDraft, string>> = {
  name: '单位全称', licenceKind: '证照类型', creditCode: '统一社会信用代码', licenceTerm: '营业期限', licenceUntil: '期限到', phone: '单位电话',
  address: '单位地址', foundedOn: '成立日期', stockCode: '股票代码', legalName: '负责人姓名', legalIdNumber: '负责人身份证号', legalPhone: '负责人手机', handlerName: '经办人姓名',
  handlerIdNumber: '经办人身份证号', handlerPhone: '经办人手机', handlerRelation: '与单位关系', handlerIdFrom: '证件有效期起', handlerIdTo: '证件有效期止',
  purpose: '号码用途', businessScope: '执照经营范围', toldCallerPays: '已告知：主叫付费', consents: '客户同意采集和核验证件',
};

type Facts = Readonly<Record<string, string | number>>;

const at = (facts: Facts): string => `第 ${facts['position']} 位`;

const words: Readonly<Record<CustomerProblemCode, (facts: Facts) => string>> = {
  missing: () => '还没填',
  'credit-code-missing': () => '还没填',
  'credit-code-old-registration-number': (f) => `${f['length']} 位的旧注册号不能用，要 18 位统一社会信用代码`,
  'credit-code-length': (f) => `要 18 位，现在 ${f['length']} 位`,
  'credit-code-character': (f) => `${at(f)}不能是 ${f['character']}${f['meant'] ? `，应该是 ${f['meant']}` : ''}`,
  'credit-code-division': (f) => `${at(f)}要是数字，现在是 ${f['character']}`,
  'credit-code-check-character': (f) => `第 18 位应为 ${f['expected']}，现在是 ${f['found']}`,
  'credit-code-authority-unknown': (f) => `第 1 位 ${f['authority']} 没有这种登记机关`,
  'credit-code-authority-not-served': (f) => `登记机关 ${f['authority']} 的单位本厅不办`,
  'credit-code-individual-business': () => '个体工商户不能办，只受理单位',
  'credit-code-organisation-check': (f) => `第 17 位按规则应为 ${f['expected']}，现在是 ${f['found']}，请对执照`,
  'identity-number-missing': () => '还没填',
  'identity-number-first-generation': () => '15 位是一代证号，要 18 位',
  'identity-number-length': (f) => `要 18 位，现在 ${f['length']} 位`,
  'identity-number-character': (f) => `${at(f)}不能是 ${f['character']}`,
  'identity-number-region': (f) => `前两位 ${f['region']} 没有这个地区`,
  'identity-number-birth-date': (f) => `出生日期 ${f['date']} 不存在`,
  'identity-number-born-later': (f) => `出生日期 ${f['date']} 在今天之后`,
  'identity-number-check-character': (f) => `第 18 位应为 ${f['expected']}，现在是 ${f['found']}`,
  'phone-missing': () => '还没填',
  'phone-character': (f) => `${at(f)}不能是「${f['character']}」`,
  'phone-area-code-missing': () => '座机要带区号，例如 010-5920 6688',
  'phone-foreign': () => '境外号码不能用',
  'phone-not-a-number': () => '不是能打通的号码，核对一下',
  'phone-not-for-contact': () => '要手机或座机，不能是服务号',
  'phone-unknown-segment': () => '号段较新，请回拨核对',
  'name-private-use': (f) => `${at(f)}的字（${f['codePoint']}）是造字，打不出来`,
  'name-control': (f) => `${at(f)}有看不见的字符（${f['codePoint']}）`,
  'name-replacement': (f) => `${at(f)}是乱码（${f['codePoint']}）`,
  'name-dot': (f) => `间隔号应为「·」，现在是「${f['character']}」`,
  'name-half-width-bracket': () => '括号要用全角（），和执照一致',
  'name-blank': () => '中间有空格，请对执照或证件',
  'applicant-individual': () => '像是个人姓名。个人不能办 400，只受理单位',
  blacklisted: () => '在行业黑名单里，不能办',
  'number-cap-reached': (f) => `已有 ${f['held']} 个号，到了 ${f['cap']} 个的上限`,
  'licence-kind-differs': () => '和信用代码的登记类别对不上',
  'licence-until-date': () => '日期不对，写成 2038-06-12',
  'licence-expired': (f) => `执照 ${f['date']} 已到期`,
  'licence-expiring': (f) => `执照还有 ${f['days']} 天到期`,
  'founded-date': () => '日期不对，写成 2009-03-18',
  'founded-in-future': (f) => `${f['date']} 还没到，请对执照`,
  'stock-code': () => '股票代码是 6 位数字，没有就空着',
  'legal-person-name-differs': () => '选了负责人本人，姓名却不同',
  'legal-person-identity-differs': () => '选了负责人本人，身份证号却不同',
  'handler-is-legal-person': () => '和负责人是同一个人，关系可选「负责人本人」',
  'handler-too-young': (f) => `${f['age']} 岁，要满 ${f['minimum']} 岁`,
  'handler-too-old': (f) => `${f['age']} 岁，核对出生日期`,
  'identity-period-date': () => '日期不对，写成 2018-06-12；止期可写「长期」',
  'identity-period-reversed': () => '止在起之前',
  'identity-not-yet-valid': (f) => `证件 ${f['date']} 才生效`,
  'identity-expired': (f) => `证件 ${f['date']} 已过期`,
  'identity-expiring': (f) => `证件还有 ${f['days']} 天到期`,
  'identity-period-unusual': () => '不是 5、10、20 年，请对证件',
  'purpose-banned': (f) => `「${f['word']}」不能用 400 号`,
  'purpose-outside-scope': (f) => `「${f['purpose']}」不在执照经营范围内`,
  'caller-pays-not-told': () => '还没告知',
  'consent-missing': () => '还没同意',
};

/** A problem in the words of a clerk, as shown at its field and in the summary. */
export const problemText = (problem: Pick<CustomerProblem, 'code' | 'facts'>): string => words[problem.code](problem.facts ?? {});
