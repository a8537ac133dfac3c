// Where the API is: ?api=http://localhost:PORT in the address, else what was used last, else Homeport's usual port.
const given = new URLSearchParams(location.search).get('api');
const form = document.querySelector('#api');
const status = document.querySelector('#status');
const list = document.querySelector('#products');
const order = document.querySelector('#order');
const result = document.querySelector('#result');

form.url.value = given ?? localStorage.getItem('api') ?? 'http://localhost:49342';
form.addEventListener('submit', (event) => {
  event.preventDefault();
  connect(form.url.value);
});
order.addEventListener('click', placeOrder);
connect(form.url.value);

let products = [];

async function call(path, options) {
  const response = await fetch(new URL(path, form.url.value), options);
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? body.detail ?? response.statusText);
  return body;
}

async function connect(url) {
  localStorage.setItem('api', url);
  list.replaceChildren();
  order.hidden = true;
  try {
    products = (await call('/products')).items;
    list.append(...products.map(card));
    order.hidden = false;
    report(`${products.length} products from ${url}`);
  } catch (error) {
    report(`No answer from ${url}: ${error.message}`, true);
  }
}

function card({ id, name, price }) {
  const item = document.createElement('li');
  const image = document.createElement('img');
  image.src = new URL(`/images/${id}.png`, form.url.value);
  image.alt = '';
  const label = document.createElement('div');
  label.textContent = `${name}, ${price.toFixed(2)} €`;
  item.append(image, label);
  return item;
}

async function placeOrder() {
  try {
    const made = await call('/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Api-Key': 'demo' },
      body: JSON.stringify({ items: products.map(({ id }) => ({ sku: id })) }),
    });
    result.value = `Order ${made.id}: ${made.status}, ${made.total} lines`;
  } catch (error) {
    report(error.message, true);
  }
}

function report(text, isError = false) {
  status.textContent = text;
  status.classList.toggle('error', isError);
}
