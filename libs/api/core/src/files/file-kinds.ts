/** One kind of file that we keep: how its content is called, and which endings of a name fit it. */
export interface FileKind {
  readonly mediaType: string;
  /** Endings that fit; the first is added to a name that has none of them. */
  readonly extensions: readonly [string, ...string[]];
}

/** Every kind that may be uploaded, by the name its content is recognised under. */
export const FILE_KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  odp: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  gif: { mediaType: 'image/gif', extensions: ['gif'] },
  tif: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  step: { mediaType: 'model/step', extensions: ['step', 'stp', 'p21'] },
  iges: { mediaType: 'model/iges', extensions: ['iges', 'igs'] },
  dxf: { mediaType: 'image/vnd.dxf', extensions: ['dxf'] },
  dwg: { mediaType: 'image/vnd.dwg', extensions: ['dwg'] },
  stl: { mediaType: 'model/stl', extensions: ['stl'] },
  zip: { mediaType: 'application/zip', extensions: ['zip'] },
} as const satisfies Readonly<Record<string, FileKind>>;

/** Name of a kind of file that we keep. */
export type FileKindName = keyof typeof FILE_KINDS;

/** Whether a recognised content is of a kind that we keep. */
export function isFileKind(name: string): name is FileKindName {
  return Object.hasOwn(FILE_KINDS, name);
}

/** The largest file, in bytes. */
export const FILE_LIMIT_BYTES = 25 * 1024 * 1024;
/** All files of one thing together, in bytes. */
export const FILES_TOGETHER_LIMIT_BYTES = 100 * 1024 * 1024;
/** The most files of one thing. */
export const FILES_LIMIT = 20;
