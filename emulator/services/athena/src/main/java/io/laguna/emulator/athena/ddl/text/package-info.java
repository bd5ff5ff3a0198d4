/** The writers of the lines that DESCRIBE and SHOW CREATE TABLE answer. */
package io.laguna.emulator.athena.ddl.text;
