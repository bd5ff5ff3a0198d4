/** The sections of the page, one for each question. */
package io.laguna.apps.covid.report.section;
