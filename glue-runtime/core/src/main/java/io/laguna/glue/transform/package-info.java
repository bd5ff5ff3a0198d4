/** The transforms of frames, a class for each. Rows stay rows where the types of a step can be said in advance. */
package io.laguna.glue.transform;
