package statements

// Sought is what statements need for a search to look at them: of each group
// at least one stem, in what was said, right around it, or in the headline. No
// group is any statement.
type Sought [][]SoughtStem

// SoughtStem is a stem as the index has it.
type SoughtStem struct {
	Stem   string
	Begins bool // stems that begin so count as well
}
