/** What a control needs to be tied to its Field: spread onto the antd control beside `id`. */
export function fieldAria(id: string, message: unknown, tone: 'error' | 'warning' = 'error'): {
  readonly id: string;
  readonly status: '' | 'error' | 'warning';
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
} {
  const wrong = Boolean(message);
  return { id, status: wrong ? tone : '', 'aria-invalid': wrong && tone === 'error', 'aria-describedby': wrong ? `${id}-message` : undefined };
}
