import { lesotho } from '@leeto/lesotho';
import { makeCatalogue } from '@leeto/registers';
import { findDrift } from '@leeto/store';
import { openTestInstance } from '@leeto/store/testing';
import { expect, test } from 'vitest';

test('the committed migrations make exactly the tables that the registers declare', async () => {
  const { instance, dispose } = await openTestInstance();
  try {
    expect(await findDrift(instance, makeCatalogue(lesotho))).toEqual([]);
  } finally {
    await dispose();
  }
});
