package vectors

import (
	"cmp"
	"slices"
)

// gentle is the constant of reciprocal rank fusion: how little the first ranks
// stand out. It is the one that its authors found good.
const gentle = 60

// Fuse puts lists, each best first and without repetitions, into one: what stands
// high in several comes first. What is equal stays in the order of the lists.
func Fuse[T comparable](lists ...[]T) []T {
	score := map[T]float64{}
	var out []T
	for _, list := range lists {
		for rank, v := range list {
			if _, there := score[v]; !there {
				out = append(out, v)
			}
			score[v] += 1 / float64(gentle+rank+1)
		}
	}
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(score[b], score[a]) })
	return out
}
