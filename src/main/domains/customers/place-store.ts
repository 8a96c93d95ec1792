/** Where customers live, counted: what decides from which law on their number matters. */
import { packedRows, type ReadDb } from '../../db/handles';

/** How many customers there are in each country, and in each region of the United States. */
export async function countByPlace(db: ReadDb): Promise<Map<string, number>> {
  const rows = await packedRows<[string, string | null, number]>(
    db,
    `select json_array(country, case when country = 'US' then region end, count(*)) as value from customers
      where country is not null group by country, case when country = 'US' then region end`,
  );
  const people = new Map<string, number>();
  const add = (place: string, count: number): void => void people.set(place, (people.get(place) ?? 0) + count);
  for (const [country, region, count] of rows) {
    add(country, count);
    if (region !== null) add(`${country}-${region}`, count);
    // Puerto Rico is a country in the list of countries, and a part of the United States.
    if (country === 'PR') for (const place of ['US', 'US-PR']) add(place, count);
  }
  return people;
}

/** The highest customer number: about how many there are, at no cost. */
export async function highestNumber(db: ReadDb): Promise<number> {
  const [row] = await db.driver.all('select coalesce(max(number), 0) as highest from customers');
  return Number(row?.['highest']);
}
