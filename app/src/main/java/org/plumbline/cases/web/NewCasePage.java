package org.plumbline.cases.web;

import java.util.List;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * The form that opens a case.
 *
 * @param supervisors colleagues who may supervise
 */
public record NewCasePage(Form form, List<Option> supervisors) {}
