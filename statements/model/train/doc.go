// Train learns the weights of the model from an annotated corpus and prints how
// good they are:
//
//	go run ./statements/model/train -corpus DIR [-out statements/model/weights.bin]
//
// DIR holds train.jsonl.gz and dev.jsonl.gz (articles with their attributions:
// source, cue and content as byte spans) and train.nlp.jsonl.gz and
// dev.nlp.jsonl.gz (parts of speech and names of the same articles by CoreNLP).
// MODEL_CARD.md in the folder above says which corpus it was.
//
// The list of words with their classes that the tagger knows (tag/wordnet.txt)
// is made by the same command from the files of WordNet 3.0:
//
//	go run ./statements/model/train -wordnet /usr/share/wordnet
//
// Reading order: main.go, corpus.go, perceptron.go, tagging.go, chain.go,
// sequences.go, score.go; wordnet.go for the list of words.
//
// # Why
//
// Roles are learnt from the tags and names that models of other articles give,
// and the verdict from cues and roles that models of other articles find: the
// articles are dealt into folds for that. Learnt from what a model says of its
// own training texts, they would trust it far too much. (Cues are not: they get
// better by 0.4 points with tags that are nearly right.) All randomness has a
// fixed seed, and what is learnt at once shares nothing, so that training twice
// gives the same file on one kind of processor.
package main
