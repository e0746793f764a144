import { shortened } from '../wording/shortened.ts';

/** `集中培训 4 11-18 张三 李四`, word by word as it was typed. */
export interface TypedRegistration extends TypedWithdrawal {
  readonly amount: string;
}

/** `集中培训 11-18 张三 李四` */
export interface TypedWithdrawal {
  readonly category: string;
  readonly day: string;
  readonly people: string;
}

/** A whole line that is right: the person's own words, but for those that were wrong (dialogues, rule 7). */
export type Example = (right: Partial<TypedRegistration>) => string;

export function exampleOf(command: string, typed: TypedRegistration | TypedWithdrawal): Example {
  return (right) => {
    const { category, amount, day, people } = { amount: '', ...typed, ...right };
    const words = [command, category, amount, day, shortened(people, 20)].filter((word) => word !== '');
    return `例如：${words.join(' ')}`;
  };
}
