package statements

import "errors"

// What callers of a store tell apart.
var (
	ErrNotFound = errors.New("not found")
	ErrExists   = errors.New("exists already")
	// ErrWatchesChanged says that an arrival was matched against watches that
	// are no longer the current ones: match again and keep again.
	ErrWatchesChanged = errors.New("the watches changed meanwhile")
	// ErrOwnSpeaker says that a name is somebody else's in the registry.
	ErrOwnSpeaker = errors.New("the name is another speaker's")
	// ErrRead says that a spelling cannot be taken away, because articles have it.
	ErrRead = errors.New("articles have that spelling")
	// ErrLaterEdit says that another edit of the same speaker came after.
	ErrLaterEdit = errors.New("a later edit of the speaker is in force")
)
