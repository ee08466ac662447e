{% from "formgrade/formgrade_macros.html.j2" import header, nav with context -%}
<!DOCTYPE html>
<html lang="en">
<head>
{{ header(resources) }}
<link rel="stylesheet" href="{{ resources.base_url }}/formgrader/static/css/formgrade.css">
</head>
<body>
{{ nav(resources) }}
<div class="container">
  <p class="alert alert-warning">This submission has no marked notebook; run 'course mark {{ resources.assignment_id }}', then load this page again.</p>
</div>
</body>
</html>
