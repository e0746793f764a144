/** Minute of the day at which what comes every morning goes out (`daily-push` and others in jobs/). */
export const morning = 8 * 60 + 30;
