/** The code of functions and layers: zip files, and what is in them. */
package io.laguna.emulator.lambda.code;
