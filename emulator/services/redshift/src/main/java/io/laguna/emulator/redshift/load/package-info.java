/** COPY and UNLOAD of a session: files in S3, the session's own transaction, and what is written down of them. */
package io.laguna.emulator.redshift.load;
