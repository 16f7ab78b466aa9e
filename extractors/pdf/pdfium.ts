import { PDFiumModule } from '@hyzyla/pdfium';

/** WebAssembly.Memory, of which the types of Node know nothing. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * The functions of PDFium's C interface that reading needs. The package's own classes give a page's text without
 * positions; the module behind them exports the whole interface. Handles and pointers are numbers, 0 is none.
 */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: {
    readonly memory: WasmMemory;
    malloc(size: number): number;
    free(pointer: number): void;
  };
  _FPDF_InitLibraryWithConfig(config: object): void;
  _FPDF_LoadMemDocument(data: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetMetaText(document: number, tag: number, buffer: number, size: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    color: number,
  ): void;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_PageToDevice(
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    x: number,
    y: number,
    deviceX: number,
    deviceY: number,
  ): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_Transform(
    object: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
  ): void;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFImageObj_GetImagePixelSize(image: number, width: number, height: number): number;
  _FPDFTextObj_GetFont(text: number): number;
  _FPDFFont_GetIsEmbedded(font: number): number;
  _FPDFTextObj_GetTextRenderMode(text: number): number;
  _FPDFTextObj_SetTextRenderMode(text: number, mode: number): number;
  _FPDFPath_CountSegments(path: number): number;
  _FPDFPath_GetPathSegment(path: number, index: number): number;
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFPathSegment_GetClose(segment: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetFontWeight(text: number, index: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
}

/** A file whose pages take more than this unfolds without end. A large file and a large picture fit together. */
const MAX_BYTES = 1024 * 1024 * 1024;
const WASM_PAGE = 65_536;

let loading: Promise<Pdfium> | undefined;

/** The engine, started once a thread. */
export const loadPdfium = (): Promise<Pdfium> => {
  loading ??= start();
  return loading;
};

/** What the engine complains of is in the errors that it ends with; the package's types do not know the option. */
const QUIET: object = { printErr: () => undefined };

const start = async (): Promise<Pdfium> => {
  const module = (await PDFiumModule(QUIET)) as unknown as Pdfium;
  limitMemory(module.wasmExports.memory);
  module._FPDF_InitLibraryWithConfig({
    version: 2,
    m_pIsolate: null,
    m_pUserFontPaths: null,
    m_v8EmbedderSlot: 0,
    m_pPlatform: null,
  });
  return module;
};

const exhausted = new WeakSet<WasmMemory>();

/** The engine asks for more until there is no more, 2 GB by itself; what can not grow makes it stop. */
const limitMemory = (memory: WasmMemory): void => {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * WASM_PAGE <= MAX_BYTES) return grow(pages);
    exhausted.add(memory);
    throw new RangeError(`PDFium takes more than ${MAX_BYTES} bytes`);
  };
};

/** Whether the engine has asked for more memory than it may have. */
export const isExhausted = (pdfium: Pdfium): boolean => exhausted.has(pdfium.wasmExports.memory);

/** After the engine has crashed its memory can not be trusted: the next file starts a new one. */
export const discardPdfium = (): void => {
  loading = undefined;
};

/** A piece of the engine's memory for results, read as numbers or text; freed by `free`. */
export class Scratch {
  readonly pointer: number;
  readonly #pdfium: Pdfium;

  constructor(pdfium: Pdfium, size: number) {
    this.#pdfium = pdfium;
    this.pointer = pdfium.wasmExports.malloc(size);
    if (!this.pointer) throw new RangeError(`PDFium has no ${size} bytes left`);
  }

  // Views are made anew each time: the heap's buffer is replaced when it grows.
  #view(): DataView {
    return new DataView(this.#pdfium.HEAPU8.buffer, this.pointer);
  }

  float(index: number): number {
    return this.#view().getFloat32(index * 4, true);
  }

  double(index: number): number {
    return this.#view().getFloat64(index * 8, true);
  }

  integer(index: number): number {
    return this.#view().getInt32(index * 4, true);
  }

  write(bytes: Uint8Array): void {
    this.#pdfium.HEAPU8.set(bytes, this.pointer);
  }

  /** The first `bytes` bytes as UTF-16LE. */
  text(bytes: number): string {
    return new TextDecoder('utf-16le').decode(
      this.#pdfium.HEAPU8.slice(this.pointer, this.pointer + Math.max(0, bytes)),
    );
  }

  free(): void {
    this.#pdfium.wasmExports.free(this.pointer);
  }
}
