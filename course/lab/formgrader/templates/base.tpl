{%- extends "nbgrader/base.tpl" -%}

{%- block script -%}
<script>
// A message is text: nbgrader draws a learner's name in it as HTML.
const drawModal = createModal;
createModal = (id, title, body, footer) =>
  drawModal(id, title, typeof body === "string" ? document.createTextNode(body) : body, footer);
</script>
{%- endblock -%}
