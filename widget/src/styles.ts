/** @file The style sheets of the elements. */

/** Makes a constructable style sheet. It is not an inline style, so every `style-src` policy allows it. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/*
 * Font and color are inherited from the page, and the page may set the accent. Browsers without `color-mix` use the value
 * before it. The text color on the accent depends on the accent's luminance: white up to 0.1833, where its contrast is
 * 4.5 (WCAG 2.2, 1.4.3), and black above, where it starts at 4.66. Lengths follow the page's font size, sides its text
 * direction. A letter with hundreds of accents cannot be broken, so parts may be narrower than their text, and the box
 * cuts it.
 */
const common = `
*{box-sizing:border-box;margin:0;min-width:0}
[hidden]{display:none!important}
section,#card{--a:var(--aftermint-accent,#1f5d45);--on:var(--aftermint-on-accent,#fff);--r:var(--aftermint-radius,10px);--g:var(--aftermint-gap,1em);--l:var(--aftermint-line,#8886);--s:var(--aftermint-surface,transparent);line-height:1.5;text-align:start;border:1px solid var(--l);border-radius:var(--r);background:var(--s)}
@supports (color:color(from red xyz x y z)){section,#card{--t:clamp(0,(.1833 - y)*1e6,1);--on:color(from var(--a) xyz calc(.95*var(--t)) var(--t) calc(1.09*var(--t)))}}
@supports (color:color-mix(in srgb,red,blue)){section,#card{--l:var(--aftermint-line,color-mix(in srgb,currentColor 24%,transparent));--s:var(--aftermint-surface,color-mix(in srgb,currentColor 3%,transparent))}}
p,span,h2,button,a{overflow-wrap:anywhere;word-break:auto-phrase}
section{overflow:clip}
[part~=headline]{font-size:1.125em;font-weight:600;line-height:1.3;text-wrap:balance}
[part~=benefit],[part~=price]{text-wrap:pretty}
[part~=money]{unicode-bidi:isolate;font-weight:650;font-variant-numeric:tabular-nums;white-space:nowrap}
[part~=prior]{font-size:.9em}
[part~=choice],[part~=consent]{display:flex;gap:.75em;align-items:center;min-height:44px;cursor:pointer;line-height:1.3}
input{flex:none;font:inherit;width:1.5em;height:1.5em;margin:0;accent-color:var(--a);cursor:inherit}
[part~=prior] [part~=money]{font-weight:inherit}
[part~=image]{display:block;object-fit:cover;aspect-ratio:1;width:100%;height:auto;border-radius:max(4px,var(--r) - 4px);background:#8881}
:focus-visible{outline:3px solid var(--aftermint-focus,currentColor);outline-offset:2px}
`;

/** The space that the page reserves. An offer in it takes only the height that it needs, and moves nothing outside. */
const room = `${common}
:host{position:relative!important;contain:layout!important}
#room{position:absolute;inset:0;overflow:auto}
[part~=benefit],[part~=price]{font-size:.9375em}
`;

/* A compact row. `check` knows these sizes (workshop/src/check/bump_room.cpp), and `aftermint.css` the height they need. */
export const bumpCss = `${room}
section{display:grid;grid-template-columns:1fr auto 2.25em;gap:0 .75em;align-items:center;padding:calc(var(--g)/2) calc(var(--g)/2) 0;line-height:1.3}
[part~=headline],[part~=choice]{font-size:.9375em}
[part~=headline]{grid-area:1/1/2/3}
[part~=image]{grid-area:1/3}
[part~=benefit],[part~=status]{grid-area:2/1/3/4;font-size:.8125em}
[part~=status]{grid-area:1/1/3/3}
[part~=choice]{grid-area:3/1;min-height:3em;margin-top:-.5em;padding-block:.5em .25em;font-weight:600;line-height:1.2}
[part~=price]{grid-area:3/2/4/4}
[part~=price]:has([part~=prior]){grid-area:3/1/4/4;font-size:.8125em}
:has([part~=prior])+[part~=choice]{grid-area:4/1/5/4}
section:has([part~=status]:not(:empty)) :is([part~=headline],[part~=benefit]){visibility:hidden}
[aria-busy=true]{opacity:.5}
section:has(:checked){border-color:var(--a);box-shadow:inset 0 0 0 1px var(--a)}
section:has(:disabled){opacity:.6}
`;

/* Less prominent than the page's own button: an outline, no accent. */
export const bundleCss = `${room}
section{display:flex;flex-wrap:wrap;gap:.5em .75em;padding:var(--g)}
section>*{flex:0 0 100%}
[part~=piece]{display:flex;flex:1 1 12em;gap:.75em;align-items:center;line-height:1.3;font-weight:600}
[part~=image]{width:3em;flex:none}
button{min-height:44px;padding:.5em 1em;border:1px solid;border-radius:var(--r);background:0 0;color:inherit;font:inherit;font-weight:600;cursor:pointer}
button:hover{text-decoration:underline;text-underline-offset:.2em}
`;

export const offerCss = `${common}
:host{display:block}
#view,#card{container-type:inline-size}
section,.on{padding:calc(var(--g)*1.25)}
section{display:grid;grid-template-columns:5em 1fr;align-items:center;gap:.75em 1em}
section>*{grid-column:1/-1}
[part~=acknowledge]::before,.accepted [part~=status]::before{content:"";display:inline-block;width:.35em;height:.7em;margin-inline:.2em .6em;border:solid;border-width:0 2px 2px 0;rotate:42deg;vertical-align:.1em}
[part~=headline]{font-size:1.4em}
[part~=image]{grid-area:3/1}
span[part~=image]{display:grid;place-content:center;font-size:2em;text-transform:uppercase}
[part~=item]{grid-area:3/2}
[part~=item],[part~=incentive]{font-weight:600}
[part~=acknowledge],[part~=price],[part~=terms],[part~=consent],[part~=withdrawal]{font-size:.9375em}
[part~=withdrawal]{color:inherit;justify-self:start;padding-block:.25em}
[part~=terms]{border-inline-start:2px solid var(--l);padding-inline-start:.75em}
[aria-invalid]{outline:2px solid;outline-offset:2px}
[part~=actions],[part~=next]{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13em),1fr));gap:.75em}
[part~=actions]{margin-top:.25em}
button,:where([part~=actions],[part~=next]) a{display:block;min-height:48px;padding:.7em 1em;border:2px solid;border-radius:var(--r);background:0 0;color:inherit;font:inherit;font-weight:600;line-height:1.25;text-align:center;text-decoration:none;cursor:pointer}
[part~=accept],[part~=confirm],[part~=retry]{border-color:var(--a);background:var(--a);color:var(--on)}
button:hover,a:hover{text-decoration:underline;text-underline-offset:.2em}
[aria-disabled=true],:disabled{cursor:default;opacity:.65;text-decoration:none!important}
#card{outline-offset:4px}
#card:not(.on),#card.pending{border:0;background:0 0}
#card.pending{padding-block:.75em}
[part~=status]{white-space:pre-line}
[part~=next]:not(:empty){margin-top:1em}
[part~=undo]{justify-self:start;min-width:10em}
#title:empty{display:none}
.quiet,#title{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@container (min-width:34em){section{grid-template-columns:10em 1fr;column-gap:1.5em}[part~=image]{grid-row-end:span 4;align-self:start}[part~=benefit],[part~=incentive],[part~=price],[part~=withdrawal]{grid-column:2}[part~=item]{align-self:end}}
@media (forced-colors:active){button,[part~=actions] a{background:ButtonFace!important;color:ButtonText!important}}
`;
