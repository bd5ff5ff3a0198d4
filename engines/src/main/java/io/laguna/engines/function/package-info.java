/** The execution environments of functions: a process each, the API by which it takes invocations, and its output. */
package io.laguna.engines.function;
