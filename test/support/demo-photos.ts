import sharp from 'sharp';

/** Pictures for the demo: invented papers as a document camera sees them, each marked 样本. */
export const licencePhoto = (company: string, creditCode: string): Promise<Uint8Array> =>
  photo(1500, 1060, `<rect x="40" y="40" width="1420" height="980" fill="none" stroke="#b08d3c" stroke-width="14"/>
    ${text(750, 170, 84, '营 业 执 照', 'middle')}${text(750, 240, 34, '（副本）样本', 'middle')}
    ${text(130, 330, 34, `统一社会信用代码　${creditCode}`)}${text(130, 420, 38, `名　　称　${company}`)}${text(130, 500, 38, '类　　型　有限责任公司')}
    ${text(130, 580, 38, '法定代表人　阿卜杜·热合曼')}${text(130, 660, 38, '经营范围　道路货物运输；冷链仓储')}${text(130, 740, 38, '住　　所　北京市虚构区䶮里路88号')}
    <circle cx="1180" cy="820" r="120" fill="none" stroke="#c8102e" stroke-width="8" opacity="0.8"/>${text(1180, 832, 36, '样本登记机关', 'middle', '#c8102e')}`);

export const idCardPhoto = (name: string, side: 'front' | 'back'): Promise<Uint8Array> =>
  photo(1200, 760, side === 'front'
    ? `${text(90, 170, 44, `姓名　${name}`)}${text(90, 260, 44, '性别　女　　民族　汉')}${text(90, 350, 44, '出生　1985 年 3 月 17 日')}${text(90, 440, 44, '住址　样本省样本市虚构路 1 号')}
       ${text(90, 640, 44, '公民身份号码　样本号码')}<rect x="820" y="120" width="280" height="360" fill="#c9d3dc"/>${text(960, 320, 40, '样本', 'middle')}`
    : `${text(600, 200, 56, '居 民 身 份 证（样本）', 'middle')}${text(200, 560, 44, '签发机关　样本市公安局')}${text(200, 640, 44, '有效期限　2018.06.12-2038.06.12')}`);

export const paperPhoto = (title: string): Promise<Uint8Array> =>
  photo(1060, 1500, `${text(530, 200, 64, title, 'middle')}${Array.from({ length: 18 }, (_, row) => `<rect x="130" y="${300 + row * 52}" width="${640 + ((row * 97) % 160)}" height="12" fill="#444" opacity="0.75"/>`).join('')}
    <circle cx="760" cy="1280" r="120" fill="none" stroke="#c8102e" stroke-width="8" opacity="0.85"/>${text(760, 1292, 34, '样本公章', 'middle', '#c8102e')}`);

const text = (x: number, y: number, size: number, words: string, anchor = 'start', fill = '#1c1c1c'): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="Noto Sans CJK SC" text-anchor="${anchor}" fill="${fill}">${words.replace(/[&<>]/g, ' ')}</text>`;

async function photo(width: number, height: number, inner: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 120}" height="${height + 120}"><rect width="100%" height="100%" fill="#5c6168"/><g transform="translate(60 60)"><rect width="${width}" height="${height}" fill="#f4f1e8"/>${inner}</g></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 84 }).toBuffer());
}
