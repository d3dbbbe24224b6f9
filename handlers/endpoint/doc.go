// Package endpoint calls an API of OpenAI's kind that the operator named. An
// address and a key go in; a client comes out that reads no more of an answer
// than was agreed and follows no redirect: what is said to it goes to nobody else.
package endpoint
