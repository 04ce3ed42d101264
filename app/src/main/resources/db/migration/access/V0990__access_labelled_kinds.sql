-- Why: the kinds of records there are so far, for access.label_of.
-- Rows: one a kind. Locks: none. Undo: delete them.
insert into access.labelled_kind (kind, held) values
    ('case', 'cases.case_file'),
    ('journal-entry', 'cases.journal_entry'),
    ('task', 'cases.task'),
    ('subject', 'cases.subject'),
    ('job', 'jobs.job'),
    ('exhibit', 'custody.exhibit'),
    ('ingestion', 'documents.ingestion'),
    ('ingestion-item', 'documents.item'),
    ('document', 'documents.document'),
    ('collection', 'entities.collection'),
    ('source', 'entities.source'),
    ('entity', 'entities.entity'),
    ('statement', 'entities.statement'),
    ('import', 'entities.import_run'),
    ('chart', 'charts.chart'),
    ('report', 'reports.report'),
    ('report-file', 'reports.report_issue');
