/** A constructable sheet: no inline style, so any `style-src` allows it. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/*
 * Both looks. Font and colour come from the page; the accent is the page's to set. `color-mix` is an extra:
 * where it is missing the line before it stands. Sizes follow the page's font size.
 */
const common = `
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
section,#card{--a:var(--aftermint-accent,#1f5d45);--on:var(--aftermint-on-accent,#fff);--r:var(--aftermint-radius,10px);--g:var(--aftermint-gap,1rem);--line:var(--aftermint-line,#8886);--tint:var(--aftermint-surface,transparent);line-height:1.5}
@supports (color:color-mix(in srgb,red,blue)){section,#card{--line:var(--aftermint-line,color-mix(in srgb,currentColor 22%,transparent));--tint:var(--aftermint-surface,color-mix(in srgb,currentColor 3%,transparent))}}
h2,[part~=headline]{font:inherit;font-weight:650;line-height:1.3;text-wrap:balance}
p,span,h2,label{overflow-wrap:anywhere}
[part~=price]{font-weight:650;font-variant-numeric:tabular-nums;white-space:nowrap}
[part~=prior]{opacity:.75;font-variant-numeric:tabular-nums;white-space:nowrap}
[part~=image]{display:block;object-fit:cover;border-radius:calc(var(--r) - 3px);background:#8881}
:focus-visible{outline:3px solid var(--aftermint-focus,currentColor);outline-offset:2px}
@media (prefers-reduced-motion:no-preference){button,a,section{transition:background-color .15s,border-color .15s}}
`;

export const bumpCss = `${common}
:host{position:relative!important;contain:layout!important}
#room{position:absolute;inset:0;overflow:auto}
section{display:grid;align-content:center;min-height:100%;padding:var(--g);border:1px solid var(--line);border-radius:var(--r);background:var(--tint)}
section:has([part~=tick]:checked){border-color:var(--a)}
[part~=tick]{accent-color:var(--a);width:1.5rem;height:1.5rem;flex:none;cursor:pointer}
[part~=choice]{display:flex;gap:.75rem;align-items:center;min-height:44px;cursor:pointer}
`;

export const offerCss = `${common}
section,#card{padding:calc(var(--g)*1.5);border:1px solid var(--line);border-radius:var(--r);background:var(--tint)}
`;
