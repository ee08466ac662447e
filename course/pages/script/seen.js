// Whether something is on the screen; an older browser is asked by what it drew.
export const seen = (node) => node.checkVisibility?.() ?? node.getClientRects().length > 0;
