import { setUpText } from '../../text/sign-in.ts';

export const emptySetUp = { hallCode: '', hallName: '', areaCode: '', region: '', carrierUrl: '', deviceToken: '', adminNo: '', adminName: '', adminPassword: '', adminAgain: '' };

export type SetUpForm = typeof emptySetUp;
export type SetUpField = keyof SetUpForm;

/** What is still wrong, by field; main checks again, the password's strength included. */
export function setUpProblems(form: SetUpForm): Partial<Record<SetUpField, string>> {
  const problems: Partial<Record<SetUpField, string>> = {};
  for (const field of Object.keys(form) as SetUpField[]) if (form[field].trim() === '') problems[field] = setUpText.required;
  if (!problems.areaCode && !/^0\d{2,3}$/.test(form.areaCode.trim())) problems.areaCode = setUpText.areaShape;
  if (!problems.carrierUrl && !URL.canParse(form.carrierUrl.trim())) problems.carrierUrl = setUpText.urlShape;
  if (!problems.adminAgain && form.adminAgain !== form.adminPassword) problems.adminAgain = setUpText.differs;
  return problems;
}
