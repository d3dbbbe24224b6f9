package tree

// Relations, coarser than the Universal Dependencies that they come from.
const (
	Dep uint8 = iota
	Subj
	Obj
	Ccomp
	Xcomp
	Advcl
	Nmod
	Case
	Marker
	Aux
	Acl
	Conj
	Parataxis
	Appos
	Mod
	Point
	Rels = 16
)

// Parse gives the coarse relation of a Universal Dependency.
func Parse(ud string) uint8 {
	switch ud {
	case "nsubj", "nsubjpass", "csubj", "csubjpass", "expl":
		return Subj
	case "dobj", "iobj":
		return Obj
	case "ccomp":
		return Ccomp
	case "xcomp":
		return Xcomp
	case "advcl":
		return Advcl
	case "nmod", "nmod:tmod", "nmod:npmod":
		return Nmod
	case "case":
		return Case
	case "mark":
		return Marker
	case "aux", "auxpass", "cop", "neg":
		return Aux
	case "acl", "acl:relcl":
		return Acl
	case "conj", "cc", "cc:preconj":
		return Conj
	case "parataxis":
		return Parataxis
	case "appos":
		return Appos
	case "det", "amod", "compound", "nummod", "advmod", "nmod:poss", "compound:prt", "mwe", "det:predet":
		return Mod
	case "punct":
		return Point
	}
	return Dep
}
