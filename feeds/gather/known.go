package gather

import "context"

// known reports whether an article is stored: under this address, or under the
// one that it was found to live at.
func (r *run) known(ctx context.Context, address string) (bool, error) {
	known, err := r.Known(ctx, address)
	if err != nil {
		return false, &stop{err}
	}
	if known {
		return true, nil
	}
	at, err := r.Notes.Recall(ctx, noteName(address))
	if err != nil {
		return false, &stop{err}
	}
	return at != "", nil
}

// stored is the address under which a known article is stored.
func (r *run) stored(ctx context.Context, address string) (string, error) {
	at, err := r.Notes.Recall(ctx, noteName(address))
	if err != nil {
		return "", &stop{err}
	}
	if at == "" {
		at = address
	}
	return at, nil
}

// note writes down where the article of an address is stored, if elsewhere.
func (r *run) note(ctx context.Context, asked, stored string) error {
	if asked == stored {
		return nil
	}
	if at, err := r.stored(ctx, asked); err != nil || at == stored {
		return err
	}
	return r.remember(ctx, asked, stored)
}

// sameText stands for an address where an article with the same text is.
const sameText = "the same text"

// elsewhere notes that the article of an address is there, if that cannot be
// seen by the address: the same text was stored under another one.
func (r *run) elsewhere(ctx context.Context, asked string) error {
	known, err := r.known(ctx, asked)
	if known || err != nil {
		return err
	}
	return r.remember(ctx, asked, sameText)
}

func (r *run) remember(ctx context.Context, asked, stored string) error {
	if err := r.Notes.Remember(ctx, noteName(asked), stored); err != nil {
		return &stop{err}
	}
	return nil
}

func noteName(address string) string { return "import " + identity([]byte(address)) }

func (r *run) thereIf(arg int, known bool) {
	if known {
		r.there(arg)
	}
}
