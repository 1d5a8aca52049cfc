// The style of the order bump: as ours, for one box in one place.
export const style = `
.bump{box-sizing:border-box;display:grid;align-content:center;gap:.25rem;min-height:19.5rem;padding:1rem;line-height:1.5;border:1px solid color-mix(in srgb,currentColor 24%,transparent);border-radius:10px;background:color-mix(in srgb,currentColor 3%,transparent)}
.bump p{margin:0;overflow-wrap:anywhere}
.bump .headline{font-size:1.125em;font-weight:600;line-height:1.3;text-wrap:balance}
.bump .benefit,.bump .price{font-size:.9375em;text-wrap:pretty}
.bump .money{font-weight:650;font-variant-numeric:tabular-nums;white-space:nowrap}
.bump .choice{display:flex;gap:.75rem;align-items:center;min-height:44px;font-weight:600;line-height:1.3;cursor:pointer}
.bump input{flex:none;width:1.5rem;height:1.5rem;margin:0;accent-color:#1f5d45}
.bump :focus-visible{outline:3px solid;outline-offset:2px}
.bump.ticked{border-color:#1f5d45;box-shadow:inset 0 0 0 1px #1f5d45}
`;
