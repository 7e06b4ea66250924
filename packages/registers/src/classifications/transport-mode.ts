import { defineClassification } from '../shapes/define-classification.ts';
import { itemsOf } from './items-of.ts';

/** Mode of transport at the crossing. */
export const transportMode = defineClassification({
  id: 'transport_mode',
  label: { en: 'Mode of transport' },
  description: { en: 'How the border was crossed.' },
  version: '1',
  source: 'IRTS 2008, table of modes of transport, with the modes of a land border',
  status: 'interim',
  items: itemsOf(
    ['foot', 'On foot', ['foot', 'walking', 'pedestrian', 'walk', 'on foot', 'ka maoto', 'à pied', 'a pé'], 'Ka maoto'],
    [
      'car',
      'Car',
      [
        'private car',
        'vehicle',
        'motor vehicle',
        'private vehicle',
        'light vehicle',
        'sedan',
        'land',
        'road',
        '4x4',
        '4 x 4',
        'van',
        'motorcycle',
        'koloi',
        'voiture',
        'carro',
        'taxi',
        'minibus taxi',
      ],
      'Koloi',
    ],
    [
      'bus',
      'Bus or coach',
      ['coach', 'minibus', 'mini bus', 'bus', 'public transport', 'bese', 'autocar', 'autocarro'],
      'Bese',
    ],
    [
      'truck',
      'Truck',
      ['lorry', 'heavy vehicle', 'cargo truck', 'goods vehicle', 'horse and trailer', 'teraka', 'camion', 'camião'],
      'Teraka',
    ],
    ['rail', 'Rail', ['train', 'railway', 'terene', 'comboio'], 'Terene'],
    [
      'air',
      'Air',
      ['aeroplane', 'airplane', 'plane', 'flight', 'aircraft', 'by air', 'sefofane', 'avion', 'avião'],
      'Sefofane',
    ],
    ['sea', 'Sea', ['ship', 'vessel', 'boat', 'ferry', 'water', 'bateau', 'barco']],
    ['other', 'Other', ['others', 'horse', 'horseback', 'donkey', 'bicycle', 'not reported', 'helicopter']],
  ),
});
