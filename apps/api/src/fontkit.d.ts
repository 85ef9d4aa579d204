/** What of fontkit is used here; it has no types of its own. */
declare module 'fontkit' {
  interface PathCommand {
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    args: number[];
  }
  interface Glyph {
    readonly advanceWidth: number;
    /** Whole: the outlines of composed glyphs are put together. */
    readonly path: { readonly commands: readonly PathCommand[] };
  }
  /** What a document that embeds the font keeps of it. */
  interface Subset {
    includeGlyph(glyph: number | { id: number }): number;
    encode(): Uint8Array;
  }
  interface Font {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly characterSet: readonly number[];
    getGlyph(id: number): Glyph;
    glyphForCodePoint(code: number): Glyph;
    createSubset(): Subset;
  }
  export function create(bytes: Uint8Array): Font;
}
