/**
 * The ranked list a pick came from, so that a fallback that applied by itself knows its rank; and the numbers that a signed paper
 * names, so that one of them may become the case's without a new signature. Papers from before name none: they stand for their number only.
 */
export const rememberRankedNumbers = `
ALTER TABLE picks ADD COLUMN ranked TEXT NOT NULL DEFAULT '[]' CHECK(json_valid(ranked));
UPDATE picks SET ranked = json_array(digits) WHERE json_array_length(fallbacks) = 0;
UPDATE picks SET ranked = '["' || digits || '",' || substr(fallbacks, 2) WHERE json_array_length(fallbacks) > 0;
ALTER TABLE papers ADD COLUMN numbers TEXT CHECK(numbers IS NULL OR json_valid(numbers));
`;
