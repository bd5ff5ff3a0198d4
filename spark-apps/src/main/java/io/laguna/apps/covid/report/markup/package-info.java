/** The elements, texts and tables that a page is made of. */
package io.laguna.apps.covid.report.markup;
