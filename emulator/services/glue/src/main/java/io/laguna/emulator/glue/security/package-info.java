/** Security configurations, which jobs and crawlers name. They are kept and answered, and nothing is encrypted by them. */
package io.laguna.emulator.glue.security;
