// One shape and one glyph for each kind of record. All have the same size: no entity is made to look more important.
const BUILDING = 'M3 21h18M9 8h1M9 12h1M9 16h1M14 8h1M14 12h1M14 16h1M5 21V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v16';
const COLUMNS = 'M3 21h18M3 10h18M5 6l7-3l7 3M4 10v11M20 10v11M8 14v3M12 14v3M16 14v3';
const HEAD = 'M8 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M5 21v-2a4 4 0 0 1 4-4h6a4 4 0 0 1 4 4v2';
const SHEET = 'M14 3v4a1 1 0 0 0 1 1h4M17 21H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2z';
const LINES = ' M9 13h6M9 17h6';
const SEAL = ' M9 14a3 3 0 1 0 6 0a3 3 0 1 0-6 0';
const BOX = 'M12 3l8 4.500v9l-8 4.500l-8-4.500v-9zM12 12l8-4.500M12 12v9M12 12l-8-4.500';
const DAY = 'M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM16 3v4M8 3v4M4 11h16M8 15h2v2H8z';
const PLACE = 'M9 11a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 21l-4.900-4.900a7 7 0 1 1 9.800 0z';
const PURSE = 'M17 8V5a1 1 0 0 0-1-1H6a2 2 0 0 0 0 4h12a1 1 0 0 1 1 1v3M4 6v12a2 2 0 0 0 2 2h12a1 1 0 0 0 1-1v-3M20 12v4h-4a2 2 0 0 1 0-4z';

// The corners of the library's shapes on the unit square, for the legend and the export.
const corners = {
  rectangle: [-1, -1, 1, -1, 1, 1, -1, 1],
  diamond: [0, -1, 1, 0, 0, 1, -1, 0],
  pentagon: [0, -1, 1, -0.236, 0.618, 1, -0.618, 1, -1, -0.236],
  hexagon: [-0.5, -1.0, -1.0, 0.0, -0.5, 1.0, 0.5, 1.0, 1.0, 0.0, 0.5, -1.0],
  octagon: [-0.414, -1.0, -1.0, -0.414, -1.0, 0.414, -0.414, 1.0, 0.414, 1.0, 1.0, 0.414, 1.0, -0.414, 0.414, -1.0],
};

const kinds = {
  company: { shape: 'ellipse', glyph: BUILDING },
  body: { shape: 'round-rectangle', glyph: COLUMNS },
  person: { shape: 'hexagon', glyph: HEAD },
  contract: { shape: 'rectangle', glyph: SHEET + SEAL },
  document: { shape: 'rectangle', glyph: SHEET + LINES },
  thing: { shape: 'octagon', glyph: BOX },
  account: { shape: 'octagon', glyph: PURSE },
  event: { shape: 'pentagon', glyph: DAY },
  place: { shape: 'diamond', glyph: PLACE },
  other: { shape: 'ellipse', glyph: 'M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0' },
};

const schemas = {
  company: ['Company', 'Organization', 'LegalEntity', 'Asset.Company'],
  body: ['PublicBody'],
  person: ['Person'],
  contract: ['Contract', 'ContractAward', 'License', 'Debt', 'Payment'],
  document: ['Document', 'Pages', 'HyperText', 'PlainText', 'Email', 'Table', 'Workbook', 'Image', 'Folder', 'Package', 'Audio', 'Video', 'Article', 'Page'],
  thing: ['Asset', 'Vehicle', 'Vessel', 'Airplane', 'RealEstate', 'Security', 'Identification'],
  account: ['BankAccount', 'CryptoWallet', 'UserAccount'],
  event: ['Event', 'CourtCase', 'Sanction', 'Project', 'Assessment'],
  place: ['Address'],
};
const bySchema = new Map(Object.entries(schemas).flatMap(([kind, names]) => names.map((name) => [name, kinds[kind]])));

export const SIZE = 34;
export const symbolOf = (schema) => bySchema.get(schema) ?? kinds.other;

/** The outline as SVG path data, centred on 0,0; the export and the legend draw the same shapes as the canvas. */
export function outline(shape, size = SIZE) {
  const r = size / 2;
  if (shape === 'ellipse') return `M${-r} 0a${r} ${r} 0 1 0 ${size} 0a${r} ${r} 0 1 0 ${-size} 0z`;
  if (shape === 'round-rectangle') {
    const c = size / 6, side = size - 2 * c;
    return `M${-r + c} ${-r}h${side}a${c} ${c} 0 0 1 ${c} ${c}v${side}a${c} ${c} 0 0 1 ${-c} ${c}h${-side}a${c} ${c} 0 0 1 ${-c} ${-c}v${-side}a${c} ${c} 0 0 1 ${c} ${-c}z`;
  }
  const points = [], at = corners[shape];
  for (let n = 0; n < at.length; n += 2) points.push(`${(at[n] * r).toFixed(2)} ${(at[n + 1] * r).toFixed(2)}`);
  return `M${points.join('L')}z`;
}
