/** Figures of fewer people than this would tell an officer above how far a certain person is. */
export const fewestPeople = 3;
