package statements

import (
	"errors"
	"time"
)

// Embedder is a model that gives vectors for texts, as an archive knows it.
type Embedder struct {
	ID         int64
	Model      string
	Dimensions int // that are asked for; 0 leaves it to the model
	Size       int // numbers of each of its vectors; 0 is not known yet
}

// Passage is what a statement says, to be embedded.
type Passage struct {
	ID   int64 // of the statement
	Text string
}

// Meant is a statement with the vector that stands for what it says; nil where
// it says nothing that can be embedded.
type Meant struct {
	ID     int64
	Vector []float32
}

// Kin is a statement that means something like what was asked.
type Kin struct {
	ID    int64
	Alike float64 // the cosine of the two vectors
	Near  bool    // it lies nearer than what has nothing to do with the question
}

// ErrOtherSize says that a vector has another size than those of its model on
// record: it must be another model's.
var ErrOtherSize = errors.New("the vectors of this model have another size")

// ErrRefused says that a model does not take what it was asked: a text may be too
// long for it.
var ErrRefused = errors.New("it does not take that")

// ErrNotLeased says that somebody else has taken the work over.
var ErrNotLeased = errors.New("somebody else has taken the work over")

// Embedding is how far the work of an embedder is.
type Embedding struct {
	Model   string
	Vectors int       // statements that it has looked at
	Asked   time.Time // when its endpoint last answered or did not; zero is not yet
	Problem string    // why it did not; "" if it did
}
