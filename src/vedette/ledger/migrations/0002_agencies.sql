-- The media that a document credits in its dateline or in a credit line, as a JSON list; null: read before they were kept.
alter table document add column agencies text;
