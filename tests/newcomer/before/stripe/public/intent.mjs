const stripe = Stripe('pk_…');
const form = document.querySelector('form.pay');
const elements = stripe.elements({ clientSecret: form.dataset.secret });
elements.create('payment').mount('#payment');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const confirmParams = { return_url: new URL('/thanks', location.href).href };
  await stripe.confirmPayment({ elements, confirmParams });
});
