export { renderAnnex } from './annex/render-annex.ts';
export type { Edition, ProfileDocument } from './document/document.ts';
export { renderHtml } from './html/render-html.ts';
export { renderPdf, TypesettingError } from './pdf/render-pdf.ts';
export type { ComposeInput } from './profile/compose-context.ts';
export { composeProfile } from './profile/compose-profile.ts';
export type { MeasureView } from './profile/measure-view.ts';
export type { Chapter, Content, GlossaryEntry, LegalInstrument, Passage, ProfilePack } from './profile/profile-pack.ts';
export { renderWord } from './word/render-word.ts';
