package feeds

// guard decides which addresses may be dialled.
type guard struct{}

func newGuard(allow []string) (*guard, error) { return &guard{}, nil }
