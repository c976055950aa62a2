/** bj40127 and BJ40127 are one person. */
export const sameStaff = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (staffNo: string): string => staffNo.trim().toUpperCase();
