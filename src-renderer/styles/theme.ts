import { theme, type ThemeConfig } from 'antd';

const shared = {
  fontFamily: "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', HanaMinB, sans-serif",
  fontSize: 14, borderRadius: 4, borderRadiusLG: 6, controlHeight: 28, controlHeightSM: 26, controlHeightLG: 36, motion: false, wireframe: false,
} as const;

const light = {
  colorPrimary: '#0958d9', colorInfo: '#0958d9', colorLink: '#0958d9', colorSuccess: '#237804', colorWarning: '#874d00', colorError: '#cf1322',
  colorText: 'rgba(0,0,0,.88)', colorTextSecondary: 'rgba(0,0,0,.68)', colorTextTertiary: 'rgba(0,0,0,.65)', colorTextDescription: 'rgba(0,0,0,.65)',
  colorTextPlaceholder: 'rgba(0,0,0,.6)', colorTextQuaternary: 'rgba(0,0,0,.6)', colorTextDisabled: 'rgba(0,0,0,.6)',
  colorSuccessBg: '#f0f9eb', colorSuccessBorder: '#b7dea4', colorWarningBg: '#fff7e0', colorWarningBorder: '#f0d48a', colorErrorBg: '#fff2f0',
  colorErrorBorder: '#ffc2bc', colorInfoBg: '#e6f0ff', colorInfoBorder: '#b3d1ff', colorBgLayout: '#eef1f5', colorBgContainer: '#ffffff',
  colorBorder: '#8a929d', colorBorderSecondary: '#d3d9e0', colorSplit: '#e5e9ee',
} as const;

const dark = {
  colorPrimary: '#1668dc', colorInfo: '#65a9f3', colorLink: '#65a9f3', colorSuccess: '#8fd06b', colorWarning: '#f0c35a', colorError: '#ff8583',
  colorText: 'rgba(255,255,255,.88)', colorTextSecondary: 'rgba(255,255,255,.74)', colorTextTertiary: 'rgba(255,255,255,.72)', colorTextDescription: 'rgba(255,255,255,.72)',
  colorTextPlaceholder: 'rgba(255,255,255,.62)', colorTextQuaternary: 'rgba(255,255,255,.62)', colorTextDisabled: 'rgba(255,255,255,.62)',
  colorSuccessBg: '#16240f', colorSuccessBorder: '#2f4d20', colorWarningBg: '#2a210c', colorWarningBorder: '#574313', colorErrorBg: '#2a1215',
  colorErrorBorder: '#5c2529', colorInfoBg: '#13233a', colorInfoBorder: '#1f4272', colorBgLayout: '#0d0f12', colorBgContainer: '#16191d',
  colorBgElevated: '#1b1f24', colorBorder: '#6b7480', colorBorderSecondary: '#363c44', colorSplit: '#272c33',
} as const;

/** Ant Design's tokens: the contrast-checked set, light or dark. CSS variables of the same values stand in tokens.css. */
export const themeFor = (isDark: boolean): ThemeConfig => ({
  algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: { ...shared, ...(isDark ? dark : light) },
  components: {
    Button: { controlHeight: 30, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Input: { paddingInline: 8 },
    Select: { optionSelectedBg: isDark ? '#14263f' : '#e9f2ff' },
    Segmented: { itemSelectedBg: isDark ? '#14263f' : '#e9f2ff', itemSelectedColor: isDark ? '#65a9f3' : '#0958d9', trackBg: isDark ? '#16191d' : '#ffffff', trackPadding: 0 },
    ...(isDark ? { Tabs: { itemSelectedColor: '#65a9f3' } } : {}),
  },
});
