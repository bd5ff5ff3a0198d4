/** Requests that no good client sends, generated from a seed over every operation of every service. */
package io.laguna.tests.hostile;
