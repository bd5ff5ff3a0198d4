/** The composition root: the engines of one workspace as one lake. */
package io.laguna.emulator.lake;
