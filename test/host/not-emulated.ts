/** The error every missing part raises: the host never answers for something it does not do. */
export function notEmulated(name: string): Error {
  return new Error(`electron host: ${name} is not emulated`);
}

type Method = (...args: readonly unknown[]) => unknown;

/** A part of Electron whose missing members throw by name when touched. */
export function emulated<T extends object>(name: string, part: T): T {
  const bound = new WeakMap<Method, Method>();
  return new Proxy(part, {
    get(target, key) {
      const asked = typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON' || key === '__esModule';
      if (!asked) throw notEmulated(`${name}.${key}`);
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function' || key === 'constructor' || Object.hasOwn(target, key)) return value;
      // A class's own methods reach private fields, which a proxy does not have.
      const method = bound.get(value as Method) ?? (value.bind(target) as Method);
      bound.set(value as Method, method);
      return method;
    },
  });
}
