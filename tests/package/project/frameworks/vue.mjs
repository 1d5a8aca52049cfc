// The same checkout in Vue.
import { Bump, Offer } from 'aftermint/vue';
import { createSSRApp, h, ref } from 'vue';

const prices = { 'knife-set': 12000, 'hand-balm': 2400 };
const orderOf = (product) => {
  const price = prices[product];
  return { currency: 'GBP', total: price, lines: [{ product, quantity: 1, price }] };
};

const Checkout = {
  props: { product: String },
  setup(props) {
    const product = ref(props.product);
    const added = ref(0);
    const isThere = ref(true);
    const turns = ref(0);
    const changed = ({ detail }) => {
      added.value = detail.checked ? detail.price.amount : 0;
      if (globalThis.refuses && detail.checked) detail.waitUntil(Promise.reject(new Error('the price has changed')));
    };
    const bump = () => h(Bump, { name: 'bump', class: 'bump', order: orderOf(product.value), onChange: changed });
    const button = (id, onClick) => h('button', { type: 'button', id, onClick }, id);
    return () =>
      h('form', { 'data-turns': turns.value }, [
        isThere.value ? bump() : null,
        button('again', () => turns.value++),
        button('other', () => {
          product.value = 'hand-balm';
        }),
        button('toggle', () => {
          isThere.value = !isThere.value;
        }),
        h('output', 12000 + added.value),
      ]);
  },
};

const Thanks = {
  setup() {
    const heard = ref([]);
    const hear = ({ type }) => void heard.value.push(type);
    const paid = { order: { ...orderOf('knife-set'), id: '1001', status: 'paid' }, ticket: 'of-a-test' };
    return () =>
      h('main', [
        h(Offer, { ...paid, onShown: hear, onState: hear, onAccepted: hear, onDeclined: hear, onEmpty: hear }),
        h('output', heard.value.join(' ')),
      ]);
  },
};

export const apps = {
  checkout: (product = 'knife-set') => createSSRApp(Checkout, { product }),
  thanks: () => createSSRApp(Thanks),
};

/** Hydrates the page, when the test asks for it. */
globalThis.hydrate = (name, product) => void apps[name](product).mount('#root');
