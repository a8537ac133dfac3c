// The code under test: it orders, and pays a moment later without being waited for.

/** Orders one item of the shop at `api`; resolves with the order, before it is paid. */
export async function checkout(api, sku, card) {
  const order = await send(`${api}/orders`, { items: [{ sku }] });
  setTimeout(() => send(`${api}/orders/${order.id}/payment`, { card }).catch(() => {}), 50);
  return order;
}

async function send(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Api-Key': 'demo' },
    body: JSON.stringify(body),
  });
  return response.json();
}
