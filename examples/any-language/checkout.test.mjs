// Tests with Node's own test runner, without a dependency. Start the server, then:
//
//   HOMEPORT_URL=http://127.0.0.1:49342 node --test examples/any-language/checkout.test.mjs

import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { checkout } from './checkout.mjs';
import { fork } from './homeport.mjs';

let shop;

beforeEach(async () => {
  shop = await fork(process.env.HOMEPORT_URL ?? 'http://127.0.0.1:49342');
});

afterEach(() => shop.close());

test('orders once', async () => {
  const order = await checkout(shop.url, 'P-7', '5500');

  assert.equal(order.status, 'accepted');
  await shop.verify({ request: 'POST /orders', when: { json: { 'items[0].sku': 'P-7' } }, count: 1 });
});

test('pays a moment later', async () => {
  await checkout(shop.url, 'P-7', '5500');

  await shop.verify({ request: 'POST /orders/{id}/payment', when: { json: { card: '5500' } }, within: '5s' });
  await shop.verify({ noUnmatched: true });
});

test('a failure says what came instead', async () => {
  await checkout(shop.url, 'P-7', '5500');

  await assert.rejects(
    shop.verify({ request: 'POST /orders', when: { json: { 'items[0].sku': 'P-8' } } }),
    /POST \/orders, answered 201[^]*expected json .*sku to equal 'P-8', found 'P-7'/,
  );
});

test('a shop that is closed for once', async () => {
  await shop.override('POST /orders', { status: 503, times: 1 });

  assert.equal((await checkout(shop.url, 'P-7', '5500')).status, 503);
  assert.equal((await checkout(shop.url, 'P-7', '5500')).status, 'accepted');
});
