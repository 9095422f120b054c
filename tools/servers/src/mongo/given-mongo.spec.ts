import { serviceUrl } from './address.ts';
import { placeOf } from './given-mongo.ts';

describe('the URL of a MongoDB that somebody else runs', () => {
  it('hands hosts and transport options on to the services, but not the administrator’s login', () => {
    const place = placeOf('mongodb://root:p%40ss@a.example:27017,b.example:27018/admin?tls=true&authSource=admin&replicaSet=rs9&w=1');
    expect(place).toEqual({ hosts: 'a.example:27017,b.example:27018', options: { tls: 'true' } });
    expect(serviceUrl({ ...place, replicaSet: 'rs9' }, 'callback-and-survey', 'x/y')).toBe(
      'mongodb://callback-and-survey:x%2Fy@a.example:27017,b.example:27018/huiyin_callback_and_survey' +
        '?tls=true&replicaSet=rs9&authSource=huiyin_callback_and_survey&w=majority&journal=true',
    );
  });

  it.each(['mongodb://h:1', 'mongodb://h:1/', 'mongodb://h:1/?x=y', 'mongodb://h:1/db'])('names its host: %s', (url) => {
    expect(placeOf(url).hosts).toBe('h:1');
  });

  it('is refused when only DNS knows its hosts', () => {
    expect(() => placeOf('mongodb+srv://cluster.example/')).toThrow('must be a mongodb:// URL that names its hosts');
  });
});
